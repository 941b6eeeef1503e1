package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.tenken.edge.EdgeServer.Reply;
import jp.tenken.edge.security.Action;
import jp.tenken.edge.security.Grant;
import jp.tenken.edge.security.PermissionTable;
import jp.tenken.kernel.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class PermissionsTest {

    private final EdgeServer server = EdgeServer.shared();
    private final PermissionTable table = new PermissionTable();

    private Reply call(Endpoint endpoint, String token) {
        String path =
                endpoint.template()
                        .replace("{code}", "131041")
                        .replace("{id}", "c1")
                        .replace("{itemCode}", "OPS-01");
        EdgeServer.Call call = server.call(endpoint.method().name(), path).token(token);
        if (endpoint.template().endsWith("/decision")) {
            call.json("{\"answer\":\"implement\"}");
        }
        if (endpoint.template().endsWith("/import")) {
            call.header("Content-Type", "text/markdown").body(new byte[] {'x'});
        }
        return call.send();
    }

    @Test
    void everyEndpointLetsInExactlyTheRolesOfItsLine() {
        int walked = 0;
        for (Endpoint endpoint : server.bean(EndpointRegistry.class).endpoints()) {
            Action action = endpoint.action();
            if (action == null) {
                continue;
            }
            for (Role role : Role.values()) {
                Grant grant = table.grant(action, role);
                Reply reply = call(endpoint, TestIssuer.as(role.value()));
                assertThat(reply.status())
                        .as("%s as %s (%s): %s", endpoint, role, grant, reply.body())
                        .isIn(
                                grant == Grant.NONE || grant == Grant.OPERATOR_GRANT
                                        ? List.of(403)
                                        : List.of(200, 201));
                walked++;
            }
        }
        assertThat(walked).isEqualTo(8 * Role.values().length);
    }

    @Test
    void anotherMunicipalityLooksAsIfItDidNotExist() {
        for (Role role : Role.values()) {
            Reply reply =
                    server.get("/v1/municipalities/131130/contracts")
                            .token(TestIssuer.as(role.value()))
                            .send();
            assertThat(reply.status()).as(role.value()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("not-found");
        }
    }

    @Test
    void anOperatorOnboardsWhereItsIssuerMaySpeakAndSeesNothingThere() {
        String operator =
                TestIssuer.WARDS.token(claims -> claims.claim("roles", List.of("operator")));
        assertThat(server.call("PUT", "/v1/municipalities/131130").token(operator).send().status())
                .isEqualTo(200);
        assertThat(server.call("PUT", "/v1/municipalities/131016").token(operator).send().status())
                .isEqualTo(404);
        assertThat(
                        server.get("/v1/municipalities/131130/contracts")
                                .token(operator)
                                .send()
                                .status())
                .isEqualTo(404);
        assertThat(server.get("/v1/municipalities").token(operator).send().status()).isEqualTo(200);
    }

    @Test
    void severalRolesReachAsFarAsAllOfThemTogether() {
        assertThat(scope("department-staff", "contractor"))
                .contains("wholeMunicipality=false")
                .contains("departments=[0101]")
                .contains("contractors=[k1]");
        assertThat(scope("department-staff", "auditor")).contains("wholeMunicipality=true");
    }

    private String scope(String... roles) {
        return server.get(EdgeServer.CONTRACTS)
                .token(TestIssuer.as(roles))
                .send()
                .json()
                .path("items")
                .path(0)
                .path("scope")
                .asString();
    }

    @Test
    void aRoleWithoutItsDepartmentsOrContractsReachesNothing() {
        for (String role : List.of("department-staff", "department-head", "contractor")) {
            String bare =
                    TestIssuer.WARDS.token(
                            claims ->
                                    claims.claim("municipalities", List.of("131041", "131130"))
                                            .claim("roles", List.of(role))
                                            .claim("departments", List.of("131130/0101")));
            assertThat(server.get(EdgeServer.CONTRACTS).token(bare).send().code())
                    .isEqualTo("permission-denied");
        }
    }

    @Test
    void aCallerWithoutRolesMayNothing() {
        String nobody =
                TestIssuer.WARDS.token(claims -> claims.claim("municipalities", List.of("131041")));
        assertThat(server.get(EdgeServer.CONTRACTS).token(nobody).send().code())
                .isEqualTo("permission-denied");
    }

    @Test
    void theTableIsThereToRead() {
        JsonNode page = server.get("/permissions").send().json();
        assertThat(page.path("actions")).hasSize(Action.values().length);
        for (JsonNode line : page.path("actions")) {
            assertThat(line.path("grants")).hasSize(Role.values().length);
        }
    }

    @Test
    void theTableAnswersForEveryActionAndRole() {
        assertThat(table.lines()).hasSize(Action.values().length);
        assertThat(table.lines().values())
                .allSatisfy(line -> assertThat(line).hasSize(Role.values().length));
        Map<Role, Grant> decide = table.lines().get(Action.DECIDE);
        assertThat(decide)
                .containsEntry(Role.DEPARTMENT_STAFF, Grant.DEPARTMENTS)
                .containsEntry(Role.SECURITY_OFFICER, Grant.MUNICIPALITY)
                .containsEntry(Role.ADMINISTRATOR, Grant.NONE);
    }

    @Test
    void noEndpointIsMadeTwiceOrWithAnOddPath() {
        Handler handler = request -> reactor.core.publisher.Mono.empty();
        Endpoint one = Endpoint.open(HttpMethod.GET, "/a/{b}", handler);
        assertThat(one.route()).isEqualTo("GET /a/{b}");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Endpoint.open(HttpMethod.GET, "/a/**", handler))
                .isInstanceOf(IllegalArgumentException.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new EndpointRegistry(List.of(one, one), server.bean(EdgeParts.class)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
