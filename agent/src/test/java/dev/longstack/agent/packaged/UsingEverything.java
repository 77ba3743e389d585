package dev.longstack.agent.packaged;

/** Uses all that is woven, under nobody else's eyes. */
public final class UsingEverything {
    private UsingEverything() {}

    public static void main(String[] args) throws Exception {
        Everything.hops().forEach(hop -> System.out.println("hop, " + hop));
    }
}
