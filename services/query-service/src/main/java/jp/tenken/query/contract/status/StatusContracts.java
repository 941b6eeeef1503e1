package jp.tenken.query.contract.status;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tenken.edge.Request;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.query.contract.ContractSources;
import jp.tenken.query.contract.Contracts;
import jp.tenken.query.reading.AllRows;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other views need to know of contracts, from the rows of this one. */
public final class StatusContracts implements Contracts {

    private static final int READS_AT_A_TIME = 8;

    private final ViewReader<ContractRow> reader;

    /** Over this view. */
    public StatusContracts(ViewReader<ContractRow> reader) {
        this.reader = reader;
    }

    @Override
    public Mono<Map<ContractId, Known>> find(Request request, Collection<ContractId> ids) {
        String tenant = request.tenant().value();
        return request.readAt(reader.name().toString())
                .flatMap(
                        at ->
                                Flux.fromIterable(Set.copyOf(ids))
                                        .flatMap(
                                                id ->
                                                        Mono.fromFuture(
                                                                () ->
                                                                        reader.find(
                                                                                tenant,
                                                                                id.value(),
                                                                                at)),
                                                READS_AT_A_TIME)
                                        .flatMap(Mono::justOrEmpty)
                                        .map(ViewRow::row)
                                        .collectMap(ContractRow::id, StatusContracts::known));
    }

    @Override
    public Mono<Set<ContractId>> concerned(
            Request request, Concern concern, @Nullable DepartmentCode department) {
        ContractSources sources = new ContractSources(department, null);
        return request.readAt(reader.name().toString())
                .flatMap(
                        at -> {
                            RowQuery query =
                                    new RowQuery(
                                            request.tenant().value(),
                                            Map.of(ContractStatusView.CONCERN, concern.name()),
                                            null,
                                            null,
                                            null,
                                            false,
                                            null,
                                            1,
                                            at);
                            return AllRows.of(reader, sources.of(request.scope(), query));
                        })
                .map(rows -> ids(request, sources, rows));
    }

    private static Set<ContractId> ids(
            Request request, ContractSources sources, List<ViewRow<ContractRow>> rows) {
        var filter =
                sources.filter(request.scope(), (ContractRow row) -> row.parties().departments());
        return rows.stream()
                .map(ViewRow::row)
                .filter(row -> filter == null || filter.test(row))
                .map(ContractRow::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Known known(ContractRow row) {
        ContractProfile profile = row.profile();
        return new Known(
                profile.contractNumber(), profile.title(), profile.parties(), profile.facts());
    }
}
