package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.CHAIN;
import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static jp.tenken.eventstore.tck.CommitFixtures.tag;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.format.CommitCodec;
import jp.tenken.eventstore.format.CommitSeal;
import jp.tenken.eventstore.transfer.ImportReceipt;
import jp.tenken.eventstore.transfer.TenantExport;
import jp.tenken.eventstore.transfer.TenantImport;
import jp.tenken.eventstore.transfer.TransferException;
import jp.tenken.eventstore.transfer.TransferProgress;
import jp.tenken.eventstore.transfer.TransferSummary;
import jp.tenken.eventstore.transfer.TransferVerifier;

/** The words in which the transfer suite speaks. */
abstract class TransferStage extends CommitLogStage {

    final Path file(String name) {
        return directory.resolve(name);
    }

    static TransferSummary export(CommitLog from, String tenant, Path file) {
        return new TenantExport(from).export(tenant, file, TransferProgress.SILENT);
    }

    static TransferSummary verify(Path file) {
        return TransferVerifier.verify(file, TransferProgress.SILENT);
    }

    static ImportReceipt importInto(CommitLog target, Path file) {
        try (EventStoreRig rig = EventStoreRig.over(target)) {
            return importWith(rig, file, TransferProgress.SILENT);
        }
    }

    static ImportReceipt importWith(EventStoreRig rig, Path file, TransferProgress progress) {
        return new TenantImport(rig.log(), rig.appender())
                .run(file, TransferProgress.SILENT, progress);
    }

    /** The code with which something is refused. */
    static String refusal(Runnable work) {
        try {
            work.run();
        } catch (TransferException refused) {
            return refused.code();
        }
        return "not refused";
    }

    /** Appends so many commits of one or two events on two chains. */
    final void history(String tenant, int count) {
        List<Commit> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StoredEvent first = event("First", tag(CHAIN, String.valueOf(i % 2)));
            made.add(
                    i % 3 == 0
                            ? commits.commit(tenant, first, event("Second"))
                            : commits.commit(tenant, first));
        }
        append(made);
    }

    /** Appends commits of two tenants, of any size, some of them erased. */
    final void randomHistory(Random random, int count) {
        List<Commit> made = new ArrayList<>();
        made.add(commits.commit(NORTH, event("First")));
        for (int i = 0; i < count; i++) {
            String tenant = random.nextInt(4) == 0 ? SOUTH : NORTH;
            made.add(
                    random.nextInt(5) == 0
                            ? commits.tombstone(tenant, 1 + random.nextInt(3), chain(random))
                            : commits.commit(tenant, events(random)));
        }
        append(made);
    }

    private static String chain(Random random) {
        return CHAIN + ":" + random.nextInt(4);
    }

    private static StoredEvent[] events(Random random) {
        StoredEvent[] events = new StoredEvent[1 + random.nextInt(4)];
        for (int i = 0; i < events.length; i++) {
            byte[] payload = new byte[random.nextInt(300)];
            random.nextBytes(payload);
            events[i] =
                    event(
                            "Type" + random.nextInt(3),
                            payload,
                            tag(CHAIN, String.valueOf(random.nextInt(4))),
                            tag("市", "点検" + random.nextInt(2)));
        }
        return events;
    }

    /** A log in which others work already. */
    static InMemoryCommitLog occupied(Random random) {
        InMemoryCommitLog occupied = new InMemoryCommitLog();
        try (EventStoreRig rig = EventStoreRig.over(occupied)) {
            for (int i = random.nextInt(20); i >= 0; i--) {
                Await.value(rig.append("tenant-other", null, event("Other", tag(CHAIN, "1"))));
            }
        }
        return occupied;
    }

    /** A first commit of a tenant, made by hand. */
    static Commit sealed(
            long position, UUID appendId, String tenant, long sequence, StoredEvent event) {
        return new Commit(
                CommitSeal.seal(
                        position,
                        appendId,
                        tenant,
                        sequence,
                        CommitFixtures.START_MICROS,
                        List.of(CommitSeal.digest(event)),
                        Hash.NONE,
                        Map.of()),
                List.of(event));
    }

    /** What a tenant's commits are, position apart. */
    static List<byte[]> bytes(CommitLog of, String tenant) {
        return Await.value(of.readTenant(tenant, 0, PLENTY)).commits().stream()
                .map(CommitCodec::encode)
                .toList();
    }

    static long tombstones(CommitLog of, String tenant) {
        return Await.value(of.readTenant(tenant, 0, PLENTY)).commits().stream()
                .filter(Commit::isTombstone)
                .count();
    }

    static long sequence(CommitLog of, String tenant) {
        return Await.value(of.tenantHead(tenant)).sequence();
    }

    static void assertDense(CommitLog of) {
        long last = 0;
        for (Commit commit : Await.value(of.read(0, PLENTY, PLENTY)).commits()) {
            assertThat(commit.header().position()).isEqualTo(last + 1);
            last = commit.header().lastPosition();
        }
        assertThat(Await.value(of.head())).isEqualTo(last);
    }

    static void assertIntact(CommitLog of, String tenant) {
        long sequence = 0;
        Hash hash = Hash.NONE;
        for (Commit commit : Await.value(of.readTenant(tenant, 0, PLENTY)).commits()) {
            assertThat(CommitSeal.intact(commit)).isTrue();
            assertThat(commit.header().tenantSequence()).isEqualTo(sequence + 1);
            assertThat(commit.header().previous()).isEqualTo(hash);
            sequence = commit.header().lastTenantSequence();
            hash = commit.header().hash();
        }
    }

    static void assertChainsEndAlike(CommitLog one, CommitLog other, String tenant) {
        Set<String> chains = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            chains.add(CHAIN + ":" + i);
        }
        assertThat(Await.value(other.chainHeads(tenant, chains)))
                .isEqualTo(Await.value(one.chainHeads(tenant, chains)));
    }

    static List<Commit> without(List<Commit> all, int index) {
        List<Commit> rest = new ArrayList<>(all);
        rest.remove(index);
        return rest;
    }

    static List<Commit> doubled(List<Commit> all, int index) {
        List<Commit> more = new ArrayList<>(all);
        more.add(index, all.get(index));
        return more;
    }

    static List<Commit> exchanged(List<Commit> all, int one, int other) {
        List<Commit> exchanged = new ArrayList<>(all);
        exchanged.set(one, all.get(other));
        exchanged.set(other, all.get(one));
        return exchanged;
    }

    /**
     * Writes a file as the record of decisions describes it, by other code than the product's, with
     * a right digest whatever it holds.
     */
    static void forge(Path file, CommitHeader head, List<Commit> history) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        byte[] tenant = head.tenant().getBytes(StandardCharsets.UTF_8);
        out.writeBytes("TENKEN-LOG-1\n");
        out.writeInt(tenant.length);
        out.write(tenant);
        out.writeLong(1);
        out.writeLong(1);
        out.writeLong(head.lastTenantSequence());
        out.write(head.hash().bytes());
        long events = 0;
        for (Commit commit : history) {
            byte[] encoded = CommitCodec.encode(commit);
            out.writeByte(1);
            out.writeInt(encoded.length);
            out.write(encoded);
            events += commit.header().eventCount();
        }
        out.writeByte(0);
        out.writeLong(history.size());
        out.writeLong(events);
        out.write(head.hash().bytes());
        out.write(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        Files.write(file, bytes.toByteArray());
    }

    static byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
