package jp.tenken.command.contract.registercontract;

import java.util.List;
import jp.tenken.command.contract.ContractIds;
import jp.tenken.command.contract.ContractorReference;
import jp.tenken.command.contract.Registration;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.CorporateNumber;
import jp.tenken.kernel.contract.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class RegisterContractEndpoint {

    private final CommandDispatcher commands;
    private final ContractIds ids;

    RegisterContractEndpoint(CommandDispatcher commands, ContractIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts",
                Action.REGISTER_CONTRACT,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedContract.class)
                .flatMap(body -> commands.dispatch(command(request, body), body.context()))
                .map(
                        receipt ->
                                Answer.created(
                                        receipt,
                                        "/v1/municipalities/%s/contracts/%s"
                                                .formatted(request.municipality(), receipt.id())));
    }

    private RegisterContract command(Request request, Body<RequestedContract> body) {
        RequestedContract wanted = body.value();
        List<DepartmentCode> participating = wanted.participatingDepartmentCodes();
        return new RegisterContract(
                new Registration(
                        ids.forRequest(body.context()),
                        wanted.contractNumber(),
                        wanted.title(),
                        wanted.departmentCode(),
                        participating == null ? List.of() : participating,
                        wanted.contractor().reference(),
                        wanted.period(),
                        wanted.facts(),
                        wanted.templateId(),
                        request.scope()));
    }

    /** The body. */
    record RequestedContract(
            String contractNumber,
            String title,
            DepartmentCode departmentCode,
            @Nullable List<DepartmentCode> participatingDepartmentCodes,
            RequestedContractor contractor,
            Period period,
            @Nullable ContractFacts facts,
            @Nullable String templateId) {}

    /** An id, or a name with a corporate number or without. */
    record RequestedContractor(
            @Nullable ContractorId contractorId,
            @Nullable String name,
            @Nullable CorporateNumber corporateNumber) {

        ContractorReference reference() {
            return new ContractorReference(contractorId, name, corporateNumber);
        }
    }
}
