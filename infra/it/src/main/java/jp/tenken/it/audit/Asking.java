package jp.tenken.it.audit;

import java.io.IOException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import jp.tenken.it.Reply;
import jp.tenken.it.TenkenHttp;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Write.Acknowledged;
import jp.tenken.it.audit.Write.Outcome;
import jp.tenken.it.audit.Write.Refused;
import jp.tenken.it.audit.Write.Unknown;

/**
 * Sends writes and finds out what came of them.
 *
 * @param http with the running program
 * @param dying whether the program is being killed, so that no answer is no surprise
 * @param findings hears of answers that must not be
 * @param told hears of what clients write and with which token, once it is acknowledged; called on
 *     the client's thread
 */
public record Asking(
        TenkenHttp http, BooleanSupplier dying, Findings findings, BiConsumer<Write, String> told) {

    /** Where nobody else wants to hear of it. */
    public Asking(TenkenHttp http, BooleanSupplier dying, Findings findings) {
        this(http, dying, findings, (write, token) -> {});
    }

    /** Domain says no, stale version, key in use: what well-behaved clients may meet under load. */
    private static final Set<Integer> REFUSALS = Set.of(409, 412);

    private static final int UNAVAILABLE = 503;

    /** The write with its outcome. */
    public Write ask(Write write, String token) {
        Reply reply;
        try {
            reply = http.send(write.call(token));
        } catch (IOException none) {
            if (!dying.getAsBoolean()) {
                findings.add(Kind.PROGRAM, "no answer to " + write.mark() + " in life: " + none);
            }
            return write.with(new Unknown(none.toString()));
        }
        return write.with(outcome(write, reply));
    }

    private Outcome outcome(Write write, Reply reply) {
        if (reply.success()) {
            return acknowledged(write, reply);
        }
        if (reply.status() == UNAVAILABLE) {
            return new Unknown(reply.toString());
        }
        if (!REFUSALS.contains(reply.status())) {
            findings.add(Kind.PROGRAM, write.mark() + " was answered with " + reply);
        }
        return reply.status() >= 500
                ? new Unknown(reply.toString())
                : new Refused(reply.toString());
    }

    private Acknowledged acknowledged(Write write, Reply reply) {
        long sequence = reply.json().path("sequence").asLong(-1);
        String header = reply.header("Tenken-Sequence");
        String tag = reply.header("ETag");
        if (!header.equals(Long.toString(sequence)) || !tag.matches("\"[0-9]+\"")) {
            findings.add(
                    Kind.ANSWERS,
                    "%s: body %s, Tenken-Sequence %s, ETag %s"
                            .formatted(write.mark(), reply, header, tag));
        }
        String digits = tag.replaceAll("[^0-9]", "");
        return new Acknowledged(
                System.nanoTime(),
                reply.json().path("id").asString(""),
                sequence,
                digits.isEmpty() ? -1 : Long.parseLong(digits));
    }
}
