package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * People do whatever comes into their heads, in good order or not, and are told so. Of everything
 * that the program shows, a few answers are kept behind each step; all of them must be answered as
 * of then in the end.
 */
final class RandomCourse {

    private static final int STEPS = 120;
    private static final int READS = 5;

    private final Town town;
    private final Chronicle chronicle;
    private final Random random;
    private final RandomDeeds deeds;
    private final RandomLooks looks;

    /** With a seed that repeats what is chosen. */
    RandomCourse(Town town, Town neighbour, long seed) throws Exception {
        this.town = town;
        this.random = new Random(seed);
        town.running("0101", "R8-1", "株式会社甲", "{}");
        town.contract("0102", "R8-2", "株式会社甲", "{\"usesNetwork\":true}");
        town.contract("0102", "R8-3", "株式会社乙", "{}");
        this.chronicle = new Chronicle(town, neighbour);
        this.deeds = new RandomDeeds(town, random);
        this.looks = new RandomLooks(town, neighbour, random);
    }

    void play() throws Exception {
        TreeMap<String, Integer> done = new TreeMap<>();
        List<String> answers = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            RandomDeeds.Deed deed = deeds.next();
            HttpResponse<String> answer =
                    deed.who().tries(deed.method(), deed.path(), deed.body(), null);
            answers.add(deed + ": " + answer.statusCode());
            assertThat(answer.statusCode())
                    .as("%s answered %s", deed, answer.body())
                    .isBetween(200, 412);
            if (answer.statusCode() < 300) {
                done.merge(deed.name(), 1, Integer::sum);
                deeds.happened(deed, Program.json(answer).path("id").asString(""));
            }
            String name = "step %d of %s".formatted(step, deed.name());
            chronicle.scene(name);
            for (int i = 0; i < READS; i++) {
                RandomLooks.Look look = looks.next(deeds);
                chronicle.read(name, look.who(), look.path());
            }
            chronicle.arrived();
        }
        assertThat(done.values().stream().mapToInt(Integer::intValue).sum())
                .as("what was done of what was tried: %s", answers)
                .isGreaterThan(STEPS / 4);
        assertThat(done.size()).as("kinds of what was done: %s", done).isGreaterThan(8);
        assertThat(town.sequence()).isPositive();
        chronicle.isReadAgainAsItWas();
    }
}
