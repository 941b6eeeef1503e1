package jp.tenken.eventstore.tck;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.tenken.projections.RowCodec;
import jp.tenken.projections.RowCodecs;

/** Writes the rows of {@link ProjectionsConformance} as lines of text. */
final class TouchesCodecs implements RowCodecs {

    @Override
    public <R> RowCodec<R> of(Class<R> rowType) {
        return new RowCodec<>() {
            @Override
            public byte[] encode(R row) {
                ProjectionsConformance.Touches touches = (ProjectionsConformance.Touches) row;
                return "%s\n%d\n%s"
                        .formatted(touches.key(), touches.count(), touches.last())
                        .getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public R decode(byte[] document) {
                List<String> lines = new String(document, StandardCharsets.UTF_8).lines().toList();
                return rowType.cast(
                        new ProjectionsConformance.Touches(
                                lines.get(0), Integer.parseInt(lines.get(1)), lines.get(2)));
            }
        };
    }
}
