package jp.tenken.eventstore.tck;

import java.nio.file.Path;
import jp.tenken.eventstore.WriteTurns;

class InMemoryWriteTurnsTest extends WriteTurnsConformance {

    private final InMemoryWriterLine line = new InMemoryWriterLine();

    @Override
    protected WriteTurns open(Path directory) {
        return line.place();
    }

    @Override
    protected void awaitInLine(WriteTurns place) {
        // Whoever asked is in line.
    }
}
