package dev.longstack.benchmarks;

import dev.longstack.demo.Shop;
import java.net.URI;

/** The demo's shop, served until the JVM is ended. */
public final class ShopMain {
    private ShopMain() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Shop shop = new Shop();
        System.out.println("listening on " + URI.create(shop.address()).getPort());
    }
}
