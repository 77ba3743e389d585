package dev.longstack.benchmarks;

import java.util.List;

/** One question about cost. */
interface Suite {
    /** Measures, and says what was seen. */
    List<Table> run(Session session) throws Exception;
}
