package jp.tenken.eventstore.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commit format v1 against vectors that were computed outside this program. */
class CommitFormatVectorsTest {

    private static final Path VECTORS = Path.of("../docs/commit-format/v1-vectors.properties");
    private static final Properties vectors = new Properties();

    private final StoredEvent registered = registered("0d9a3c1e-0000-4000-8000-000000000001");
    private final Map<String, String> metadata = new HashMap<>();

    @BeforeAll
    static void readVectors() throws IOException {
        try (Reader reader = Files.newBufferedReader(VECTORS)) {
            vectors.load(reader);
        }
    }

    @Test
    void anEventHasExactlyTheseBytesAndThisDigest() {
        assertThat(hex(EventCodec.encode(registered))).isEqualTo(vector("first.event1.bytes"));
        assertThat(CommitSeal.digest(registered).hex()).isEqualTo(vector("first.event1.digest"));
    }

    @Test
    void absentMetadataUnicodeAndAnEmptyPayloadHaveTheirBytes() {
        assertThat(hex(EventCodec.encode(decided()))).isEqualTo(vector("second.event1.bytes"));
    }

    @Test
    void aFirstCommitLinksToNothing() {
        Commit first = first();
        assertThat(first.header().hash().hex()).isEqualTo(vector("first.hash"));
        assertThat(hex(CommitCodec.encode(first))).isEqualTo(vector("first.encoded"));
    }

    @Test
    void aSecondCommitLinksToTheTenantsAndTheContractsFirst() {
        Commit second = second();
        assertThat(second.header().hash().hex()).isEqualTo(vector("second.hash"));
        assertThat(hex(CommitCodec.encode(second))).isEqualTo(vector("second.encoded"));
    }

    @Test
    void aTombstoneKeepsHeaderDigestsAndHash() {
        Commit second = second();
        Commit tombstone = new Commit(second.header(), List.of());
        assertThat(hex(CommitCodec.encode(tombstone))).isEqualTo(vector("second.tombstone"));
        assertThat(CommitSeal.intact(tombstone)).isTrue();
        assertThat(CommitCodec.decode(2, bytes("second.tombstone"))).isEqualTo(tombstone);
    }

    @Test
    void whatWasWrittenIsRead() {
        assertThat(CommitCodec.decode(1, bytes("first.encoded"))).isEqualTo(first());
        assertThat(CommitCodec.decode(2, bytes("second.encoded"))).isEqualTo(second());
    }

    @Test
    void thePositionIsNotHashedSoThatATenantCanMove() {
        assertThat(CommitSeal.intact(CommitCodec.decode(4711, bytes("second.encoded")))).isTrue();
    }

    @Test
    void everySingleFlippedByteIsNoticed() {
        byte[] encoded = bytes("second.encoded");
        for (int i = 0; i < encoded.length; i++) {
            byte[] damaged = encoded.clone();
            damaged[i] ^= 0x40;
            assertThat(readsAsIntact(damaged)).as("byte %d flipped", i).isFalse();
        }
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] encoded = bytes("second.encoded");
        for (int length = 0; length < encoded.length; length++) {
            byte[] cut = Arrays.copyOf(encoded, length);
            assertThatThrownBy(() -> CommitCodec.decode(2, cut))
                    .isInstanceOf(CommitFormatException.class);
        }
    }

    @Test
    void anotherFormatIsRefusedByName() {
        byte[] newer = bytes("first.encoded");
        newer[0] = 2;
        assertThatThrownBy(() -> CommitCodec.decode(1, newer))
                .isInstanceOf(CommitFormatException.class)
                .hasMessageContaining("format 2");
    }

    private static boolean readsAsIntact(byte[] encoded) {
        try {
            Commit commit = CommitCodec.decode(2, encoded);
            return !commit.isTombstone() && CommitSeal.intact(commit);
        } catch (CommitFormatException
                | IllegalArgumentException
                | java.time.DateTimeException noticed) {
            return false;
        }
    }

    private Commit first() {
        return commit(
                1,
                "11111111-2222-4333-8444-555555555555",
                1774969199123456L,
                Hash.NONE,
                registered);
    }

    private Commit second() {
        return commit(
                2,
                "66666666-7777-4888-9999-aaaaaaaaaaaa",
                1774969200000001L,
                first().header().hash(),
                decided(),
                registered("0d9a3c1e-0000-4000-8000-000000000003"));
    }

    private static Commit commit(
            long sequence, String appendId, long recordedAt, Hash previous, StoredEvent... events) {
        List<Hash> digests = Arrays.stream(events).map(CommitSeal::digest).toList();
        return new Commit(
                CommitSeal.seal(
                        sequence,
                        UUID.fromString(appendId),
                        "t-131041",
                        sequence,
                        recordedAt,
                        digests,
                        previous,
                        Map.of("contract:c-1", previous)),
                List.of(events));
    }

    private static StoredEvent registered(String id) {
        return new StoredEvent(
                id,
                "tenken.contract.ContractRegistered",
                "1",
                Instant.ofEpochSecond(1774969199, 123456789),
                List.of(new EventTag("contract", "c-1"), new EventTag("department", "0101")),
                Map.of("actorSubject", "tanaka"),
                "{\"title\":\"住民情報システム保守\"}".getBytes(StandardCharsets.UTF_8),
                salt(0));
    }

    private StoredEvent decided() {
        metadata.put("a", "日本");
        metadata.put("b", null);
        return new StoredEvent(
                "0d9a3c1e-0000-4000-8000-000000000002",
                "tenken.checklist.ItemDecided",
                "1",
                Instant.ofEpochSecond(1774969200),
                List.of(new EventTag("contract", "c-1"), new EventTag("item", "OPS-06")),
                Collections.unmodifiableMap(metadata),
                new byte[0],
                salt(16));
    }

    private static byte[] salt(int from) {
        byte[] salt = new byte[StoredEvent.SALT_LENGTH];
        for (int i = 0; i < salt.length; i++) {
            salt[i] = (byte) (from + i);
        }
        return salt;
    }

    private static String vector(String name) {
        return vectors.getProperty(name);
    }

    private static byte[] bytes(String name) {
        return HexFormat.of().parseHex(vector(name));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
