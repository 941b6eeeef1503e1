package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.CHAIN;
import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.format.CommitCodec;
import jp.tenken.eventstore.transfer.TransferSummary;
import org.junit.jupiter.api.Test;

/** What is exported is whole, and what is not what was exported is refused. */
abstract class TransferFileConformance extends TransferStage {

    @Test
    void aPackedFileHoldsTheSame() {
        history(NORTH, 30);
        TransferSummary plain = export(log, NORTH, file("north"));
        TransferSummary packed = export(log, NORTH, file("north.gz"));
        assertThat(packed).isEqualTo(plain);
        assertThat(size(file("north.gz"))).isLessThan(size(file("north")));
        InMemoryCommitLog target = new InMemoryCommitLog();
        importInto(target, file("north.gz"));
        assertThat(bytes(target, NORTH)).containsExactlyElementsOf(bytes(log, NORTH));
    }

    @Test
    void whoHasNoHistoryCannotBeExportedAndLeavesNoFile() {
        history(SOUTH, 3);
        assertThat(refusal(() -> export(log, NORTH, file("north"))))
                .isEqualTo("transfer-tenant-unknown");
        assertThat(file("north")).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws Exception {
        history(NORTH, 3);
        export(log, NORTH, file("north"));
        byte[] first = read(file("north"));
        append(commits.commit(NORTH, event("More")));
        assertThat(refusal(() -> export(log, NORTH, file("north"))))
                .isEqualTo("transfer-file-unusable");
        assertThat(read(file("north"))).isEqualTo(first);
    }

    @Test
    void aFileIsRefusedWhereverItIsCut() throws Exception {
        history(NORTH, 4);
        export(log, NORTH, file("north"));
        byte[] whole = read(file("north"));
        for (int length = 0; length < whole.length; length++) {
            write(file("cut"), Arrays.copyOf(whole, length));
            assertThat(refusal(() -> verify(file("cut"))))
                    .as("cut at byte %d of %d", length, whole.length)
                    .isIn("transfer-cut-off", "transfer-not-a-transfer");
        }
    }

    @Test
    void aFileIsRefusedWhicheverByteIsAltered() throws Exception {
        history(NORTH, 3);
        append(commits.tombstone(NORTH, 2, CHAIN + ":1"));
        export(log, NORTH, file("north"));
        byte[] whole = read(file("north"));
        InMemoryCommitLog target = new InMemoryCommitLog();
        for (int at = 0; at < whole.length; at++) {
            for (int bit : List.of(0, 7)) {
                byte[] altered = whole.clone();
                altered[at] ^= (byte) (1 << bit);
                write(file("altered"), altered);
                assertThat(refusal(() -> importInto(target, file("altered"))))
                        .as("byte %d of %d", at, whole.length)
                        .startsWith("transfer-");
            }
        }
        assertThat(Await.value(target.head())).isZero();
    }

    @Test
    void commitsThatAreLeftOutDoubledOrExchangedAreFoundOut() throws Exception {
        history(NORTH, 6);
        List<Commit> all = Await.value(log.readTenant(NORTH, 0, PLENTY)).commits();
        List<List<Commit>> wrong =
                List.of(
                        without(all, 0),
                        without(all, 3),
                        without(all, all.size() - 1),
                        doubled(all, 2),
                        exchanged(all, 1, 2));
        for (List<Commit> history : wrong) {
            forge(file("forged"), all.getLast().header(), history);
            assertThat(refusal(() -> verify(file("forged"))))
                    .isIn("transfer-chain-broken", "transfer-altered");
        }
        forge(file("right"), all.getLast().header(), all);
        assertThat(verify(file("right")).commits()).isEqualTo(all.size());
    }

    @Test
    void aDamagedLogIsNotHandedOn() {
        history(NORTH, 3);
        Commit last = Await.value(log.readTenant(NORTH, 0, PLENTY)).commits().getLast();
        byte[] bytes = CommitCodec.encode(last);
        bytes[bytes.length - 1] ^= 1;
        InMemoryCommitLog damaged = new InMemoryCommitLog();
        List<Commit> all = new ArrayList<>(Await.value(log.read(0, PLENTY, PLENTY)).commits());
        all.removeLast();
        all.add(CommitCodec.decode(last.header().position(), bytes));
        Await.value(damaged.tryAppend(0, all));
        assertThat(refusal(() -> export(damaged, NORTH, file("north"))))
                .isEqualTo("transfer-altered");
        assertThat(file("north")).doesNotExist();
    }

    @Test
    void aFileOfANewerProgramIsCalledThat() throws Exception {
        history(NORTH, 1);
        export(log, NORTH, file("north"));
        byte[] bytes = read(file("north"));
        bytes["TENKEN-LOG-".length()] = '2';
        write(file("newer"), bytes);
        assertThat(refusal(() -> verify(file("newer")))).isEqualTo("transfer-newer-format");
    }
}
