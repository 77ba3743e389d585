package dev.longstack.propagate.carriers;

import dev.longstack.record.ContextToken;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** One object that was queued twice, taken by two threads: each gets a token, and nothing stays. */
@JCStressTest
@Outcome(id = "true, true, 0", expect = Expect.ACCEPTABLE, desc = "one each")
@Outcome(expect = Expect.FORBIDDEN)
@State
public class SideTableStress {
    private final SideTable table = new SideTable();
    private final Object task = new Object();

    public SideTableStress() {
        table.put(task, ContextToken.SAMPLED_OUT);
        table.put(task, ContextToken.SAMPLED_OUT);
    }

    @Actor
    public void first(ZZI_Result result) {
        result.r1 = table.take(task) != null;
    }

    @Actor
    public void second(ZZI_Result result) {
        result.r2 = table.take(task) != null;
    }

    @Arbiter
    public void after(ZZI_Result result) {
        result.r3 = (int) table.size();
    }
}
