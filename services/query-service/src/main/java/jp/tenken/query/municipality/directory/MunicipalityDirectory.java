package jp.tenken.query.municipality.directory;

import java.util.List;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.kernel.municipality.TemplateAdopted;
import jp.tenken.projections.View;

/**
 * One row per municipality, keyed by its tenant and sorted by its code; all of them in one shared
 * partition.
 */
public final class MunicipalityDirectory {

    /** The partition in which the rows of all municipalities are kept. */
    public static final String PARTITION = "directory";

    /** The view. */
    public static final View<MunicipalityRow> VIEW =
            View.of("municipalities", 1, MunicipalityRow.class)
                    .keptIn(PARTITION)
                    .sort(row -> row.code().value())
                    .insertEach(
                            MunicipalityOnboarded.class,
                            (event, envelope) -> List.of(envelope.tenant()),
                            (event, envelope) -> MunicipalityRow.of(event))
                    .onEach(
                            TemplateAdopted.class,
                            (event, envelope) -> List.of(envelope.tenant()),
                            (key, row, event, envelope) -> row == null ? null : row.evolve(event))
                    .build();

    private MunicipalityDirectory() {}
}
