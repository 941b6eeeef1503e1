package jp.tenken.query;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.NameDirectory;
import jp.tenken.edge.TextOpener;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewReader;
import jp.tenken.query.checklist.evidence.Evidence;
import jp.tenken.query.checklist.evidence.EvidenceEndpoint;
import jp.tenken.query.checklist.sheet.ChecklistEndpoint;
import jp.tenken.query.checklist.sheet.ChecklistSheet;
import jp.tenken.query.checklist.sheet.DiffEndpoint;
import jp.tenken.query.consultation.board.ConsultationBoard;
import jp.tenken.query.consultation.board.ConsultationEndpoint;
import jp.tenken.query.contract.Contracts;
import jp.tenken.query.contract.contractors.Contractors;
import jp.tenken.query.contract.contractors.ContractorsEndpoint;
import jp.tenken.query.contract.status.ContractEndpoint;
import jp.tenken.query.contract.status.ContractListEndpoint;
import jp.tenken.query.contract.status.ContractStatusView;
import jp.tenken.query.contract.status.ContractorContractsEndpoint;
import jp.tenken.query.contract.status.OverviewEndpoint;
import jp.tenken.query.contract.status.StatusContracts;
import jp.tenken.query.contract.status.SummaryEndpoint;
import jp.tenken.query.history.entries.History;
import jp.tenken.query.history.entries.HistoryEndpoint;
import jp.tenken.query.incident.board.IncidentBoard;
import jp.tenken.query.incident.board.IncidentEndpoint;
import jp.tenken.query.municipality.approvalpath.ApprovalPathEndpoint;
import jp.tenken.query.municipality.approvalpath.ApprovalPaths;
import jp.tenken.query.municipality.departments.Departments;
import jp.tenken.query.municipality.departments.DepartmentsEndpoint;
import jp.tenken.query.municipality.directory.MunicipalityDirectory;
import jp.tenken.query.municipality.directory.MunicipalityDirectoryEndpoint;
import jp.tenken.query.municipality.directory.MunicipalityRow;
import jp.tenken.query.municipality.directory.Onboarded;
import jp.tenken.query.municipality.policies.PolicyEditions;
import jp.tenken.query.municipality.policies.PolicyEditionsEndpoint;
import jp.tenken.query.municipality.templates.Templates;
import jp.tenken.query.municipality.templates.TemplatesEndpoint;
import jp.tenken.query.reading.Disclosure;
import jp.tenken.query.reading.Known;

/** The contents page of the read side: which views there are, and which endpoints read them. */
public final class QueryService {

    private final Readers readers;
    private final InstantSource clock;
    private final Disclosure disclosure;

    /** Gives a reader of any of the {@link #views}. */
    @FunctionalInterface
    public interface Readers {
        /** The reader; the same rows as the view's processor writes. */
        <R> ViewReader<R> of(View<R> view);
    }

    /**
     * The read side. Starts nothing; views are kept by a processor beside it.
     *
     * @param readers where the views' rows are
     * @param clock for statuses that change with time
     * @param names of people, which no row holds
     * @param texts opens what rows hold sealed
     */
    public QueryService(
            Readers readers, InstantSource clock, NameDirectory names, TextOpener texts) {
        this.readers = readers;
        this.clock = clock;
        this.disclosure = new Disclosure(names, texts);
    }

    /** Every view, for the processor that keeps them. */
    public static List<View<?>> views() {
        return List.of(
                MunicipalityDirectory.VIEW,
                Departments.VIEW,
                ContractStatusView.VIEW,
                ChecklistSheet.VIEW,
                IncidentBoard.VIEW,
                ConsultationBoard.VIEW,
                Contractors.VIEW,
                Evidence.VIEW,
                Templates.VIEW,
                ApprovalPaths.VIEW,
                PolicyEditions.VIEW,
                History.VIEW);
    }

    /** Every endpoint, for the edge. */
    public List<Endpoint> endpoints() {
        return Stream.of(
                        new MunicipalityDirectoryEndpoint(readers.of(MunicipalityDirectory.VIEW))
                                .endpoints(),
                        new DepartmentsEndpoint(readers.of(Departments.VIEW)).endpoints(),
                        new ContractListEndpoint(readers.of(ContractStatusView.VIEW), clock)
                                .endpoints(),
                        new ContractEndpoint(readers.of(ContractStatusView.VIEW), clock)
                                .endpoints(),
                        new ChecklistEndpoint(readers.of(ChecklistSheet.VIEW), clock, disclosure)
                                .endpoints(),
                        new DiffEndpoint(readers.of(ChecklistSheet.VIEW), clock, disclosure)
                                .endpoints(),
                        new SummaryEndpoint(
                                        readers.of(ContractStatusView.VIEW),
                                        clock,
                                        new DepartmentsEndpoint(readers.of(Departments.VIEW))
                                                ::codes)
                                .endpoints(),
                        new OverviewEndpoint(
                                        readers.of(ContractStatusView.VIEW),
                                        clock,
                                        municipalities())
                                .endpoints(),
                        new ContractorContractsEndpoint(
                                        readers.of(ContractStatusView.VIEW),
                                        clock,
                                        Known.in(readers.of(Contractors.VIEW)))
                                .endpoints(),
                        new ContractorsEndpoint(readers.of(Contractors.VIEW)).endpoints(),
                        new IncidentEndpoint(
                                        readers.of(IncidentBoard.VIEW), contracts(), disclosure)
                                .endpoints(),
                        new ConsultationEndpoint(
                                        readers.of(ConsultationBoard.VIEW), contracts(), disclosure)
                                .endpoints(),
                        new EvidenceEndpoint(readers.of(Evidence.VIEW), contracts(), disclosure)
                                .endpoints(),
                        new TemplatesEndpoint(readers.of(Templates.VIEW)).endpoints(),
                        new ApprovalPathEndpoint(readers.of(ApprovalPaths.VIEW)).endpoints(),
                        new PolicyEditionsEndpoint(readers.of(PolicyEditions.VIEW)).endpoints(),
                        new HistoryEndpoint(readers.of(History.VIEW), disclosure).endpoints())
                .flatMap(List::stream)
                .map(new Onboarded(MunicipalityDirectory.VIEW.name().toString())::only)
                .toList();
    }

    private Contracts contracts() {
        return new StatusContracts(readers.of(ContractStatusView.VIEW));
    }

    private Known<OverviewEndpoint.Names> municipalities() {
        Known<MunicipalityRow> rows = Known.in(readers.of(MunicipalityDirectory.VIEW));
        return (request, tenant, key, instant) ->
                rows.find(request, tenant, key, instant)
                        .map(row -> new OverviewEndpoint.Names(row.nameJa(), row.nameEn()));
    }
}
