package jp.tenken.it;

import java.security.SecureRandom;

/**
 * What the command line of a long suite says.
 *
 * @param rounds at least 1
 * @param clients 1 to 90, because a client's number has two digits and the suite needs some itself
 * @param seed of all that is chosen at random
 */
public record SuiteOptions(int rounds, int clients, long seed) {

    private static final int MOST_CLIENTS = 90;

    /** Refuses what is out of range. */
    public SuiteOptions {
        if (rounds < 1 || clients < 1 || clients > MOST_CLIENTS) {
            throw new IllegalArgumentException("out of range");
        }
    }

    /** These, with a seed by chance. */
    public static SuiteOptions of(int rounds, int clients) {
        return new SuiteOptions(rounds, clients, new SecureRandom().nextInt(Integer.MAX_VALUE));
    }

    /**
     * The same with what the arguments say otherwise.
     *
     * @param arguments {@code --rounds N}, {@code --clients N}, {@code --seed N}
     * @throws IllegalArgumentException when they mean nothing
     */
    public SuiteOptions with(String... arguments) {
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("an option without its value");
        }
        SuiteOptions options = this;
        for (int i = 0; i < arguments.length; i += 2) {
            options = options.with(arguments[i], Long.parseLong(arguments[i + 1]));
        }
        return options;
    }

    private SuiteOptions with(String name, long value) {
        return switch (name) {
            case "--rounds" -> new SuiteOptions((int) Math.min(value, 1_000_000), clients, seed);
            case "--clients" -> new SuiteOptions(rounds, (int) Math.min(value, 1_000), seed);
            case "--seed" -> new SuiteOptions(rounds, clients, value);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
