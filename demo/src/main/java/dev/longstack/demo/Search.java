package dev.longstack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Looks an article up in several catalogues at the same time. */
final class Search {
    private static final int CATALOGUES = 4;

    private final Pools pools;

    Search(Pools pools) {
        this.pools = pools;
    }

    String find(int article) throws ExecutionException, InterruptedException {
        List<Future<Integer>> hits = new ArrayList<>();
        for (int catalogue = 0; catalogue < CATALOGUES; catalogue++) {
            int number = catalogue;
            hits.add(pools.fanOut.submit(() -> lookUp(number, article)));
        }
        int sum = 0;
        for (Future<Integer> hit : hits) {
            sum += hit.get();
        }
        return sum + " hits";
    }

    private static int lookUp(int catalogue, int article) {
        int hits = 0;
        for (int i = 0; i < 20_000; i++) {
            hits += Integer.toHexString(i * (article + 1)).hashCode() % (catalogue + 2) == 0 ? 1 : 0;
        }
        return hits;
    }
}
