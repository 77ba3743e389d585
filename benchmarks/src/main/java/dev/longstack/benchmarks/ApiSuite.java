package dev.longstack.benchmarks;

import java.util.List;

/** What the runtime's API costs code that takes part, without the agent. */
final class ApiSuite implements Suite {
    private static final List<String> WHO = List.of("nobody", "listener", "interceptors", "recording");
    private static final List<String> CALLS = List.of(
            "bareCall",
            "hint",
            "captureAndAttach",
            "wrap",
            "openTelemetryWrap",
            "micrometerWrap",
            "bareChunk",
            "probedChunk");

    @Override
    public List<Table> run(Session session) throws Exception {
        Samples nanos = new Samples();
        Samples bytes = new Samples();
        Forks forks = new Forks(session);
        session.repeat(session.either(2, 7), () -> {
            for (String who : WHO) {
                Variant variant = who.equals("recording") ? Variant.RECORDING : Variant.BARE;
                forks.run(
                        variant,
                        forks.options().include(ApiBenchmark.class.getName()).param("who", who),
                        (result, cost) -> {
                            nanos.add(
                                    cost.nanos(), who, result.getPrimaryResult().getLabel());
                            bytes.add(
                                    cost.bytes(), who, result.getPrimaryResult().getLabel());
                        });
            }
        });
        Table table = new Table("Cost of a call of the API", "call", "who is there", "ns", "added ns", "bytes");
        for (String call : CALLS) {
            for (String who : WHO) {
                String bare = call.endsWith("Chunk") ? "bareChunk" : "bareCall";
                table.row(
                        call,
                        who,
                        nanos.median(who, call),
                        nanos.median(who, call) - nanos.median(who, bare),
                        bytes.median(who, call));
            }
        }
        return List.of(table);
    }
}
