package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.sequencing.SequentialPolicy;
import org.junit.jupiter.api.Test;

/**
 * Why no processor may rely on Axon 5.0.1's default sequencing policy: it routes every event
 * without an aggregate by the identity of an object, which is another one in every process. Events
 * then belong to segments that nobody reads from their place. When this test fails, Axon has mended
 * it and the rule may go.
 */
class DefaultSequencingPolicyTest {

    private static final int PROCESSES = 12;
    private static final int SEGMENTS = 16;

    @Test
    void theDefaultPolicyRoutesTheSameEventDifferentlyInEveryProcess() throws Exception {
        Set<Integer> routes = new HashSet<>();
        for (int process = 0; process < PROCESSES; process++) {
            Object identifier =
                    new AnotherProcess()
                            .loadClass(SequentialPolicy.class.getName())
                            .getField("FULL_SEQUENTIAL_POLICY")
                            .get(null);
            routes.add(segmentOf(identifier));
        }
        assertThat(routes)
                .as("segments to which one and the same event goes")
                .hasSizeGreaterThan(1);
    }

    @Test
    void aTextRoutesTheSameInEveryProcess() {
        // The hash of a text is laid down in its contract.
        assertThat(segmentOf("tenant-north"))
                .isEqualTo(segmentOf(new String("tenant-north".toCharArray())));
        assertThat("tenant-north".hashCode()).isEqualTo(1314299426);
    }

    private static int segmentOf(Object identifier) {
        return Segment.splitBalanced(Segment.ROOT_SEGMENT, SEGMENTS - 1).stream()
                .filter(segment -> segment.matches(identifier))
                .findFirst()
                .orElseThrow()
                .getSegmentId();
    }

    /** Loads the policy anew, as a fresh virtual machine would. */
    private static final class AnotherProcess extends ClassLoader {

        AnotherProcess() {
            super(DefaultSequencingPolicyTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(SequentialPolicy.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream file =
                    Objects.requireNonNull(
                            getResourceAsStream(name.replace('.', '/') + ".class"))) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
