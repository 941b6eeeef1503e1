package jp.tenken.it.processes;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import jp.tenken.it.Call;
import jp.tenken.it.Reply;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Write;
import jp.tenken.it.audit.Write.Acknowledged;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether who has written at a command service reads it at any query service: asked with the
 * sequence that came with the acknowledgement, the answer shows the write or a later one. Checks
 * some of the writes; thread-safe.
 */
final class ReadBack {

    private static final int BUSY = 503;
    private static final int ATTEMPTS = 40;

    /** One write of so many is read at the first query service, another at the second. */
    private static final int OF = 6;

    private final List<Member> queries;
    private final Findings findings;
    private final LongAdder reads = new LongAdder();
    private final LongAdder repeated = new LongAdder();

    ReadBack(List<Member> queries, Findings findings) {
        this.queries = queries;
        this.findings = findings;
    }

    /** How many writes were read. */
    long reads() {
        return reads.sum();
    }

    /** How many requests had to be sent again, because a view was behind or a service ended. */
    long repeated() {
        return repeated.sum();
    }

    /** Reads a write that was just acknowledged; not every one. */
    void check(Write write, String token) {
        int choice = Math.floorMod(write.mark().hashCode(), OF);
        if (choice < queries.size() && write.outcome() instanceof Acknowledged acknowledged) {
            Reply reply = read(call(write, acknowledged).as(token), choice);
            if (reply == null || !shows(reply, write, acknowledged)) {
                findings.add(Kind.ANSWERS, "%s is not shown by %s".formatted(write, reply));
            }
            reads.increment();
        }
    }

    private static Call call(Write write, Acknowledged acknowledged) {
        String path =
                write.decides()
                        ? "/contracts/" + write.contract() + "/checklist"
                        : "/contracts/" + acknowledged.id();
        return Call.get(write.town().path(path))
                .with("Tenken-Sequence-At-Least", Long.toString(acknowledged.sequence()));
    }

    /** As a client would: once more while a view is behind, at the other when one ends. */
    private @Nullable Reply read(Call call, int first) {
        int place = first;
        Reply reply = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            Member.Life life = queries.get(place).life();
            try {
                reply = life.http().send(call);
                if (reply.status() != BUSY) {
                    return reply;
                }
            } catch (IOException none) {
                if (!life.dying()) {
                    findings.add(Kind.PROGRAM, "no answer to a read in life: " + none);
                    return null;
                }
            }
            repeated.increment();
            if (life.dying()) {
                place = (place + 1) % queries.size();
            }
        }
        return reply;
    }

    private static boolean shows(Reply reply, Write write, Acknowledged acknowledged) {
        if (!reply.success()) {
            return false;
        }
        if (!write.decides()) {
            return reply.json().path("id").asString("").equals(acknowledged.id());
        }
        for (JsonNode section : reply.json().path("sections")) {
            for (JsonNode item : section.path("items")) {
                if (item.path("itemCode").asString("").equals(write.item())) {
                    long version = item.path("version").asLong(-1);
                    return version > acknowledged.version()
                            || (version == acknowledged.version()
                                    && item.path("note").asString("").equals(write.mark()));
                }
            }
        }
        return false;
    }
}
