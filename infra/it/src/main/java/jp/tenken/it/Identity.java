package jp.tenken.it;

import java.util.List;
import java.util.Map;

/**
 * Who a try-out token says that its bearer is.
 *
 * @param subject who
 * @param roles codes of the roles
 * @param municipalities codes of the municipalities
 * @param departments as {@code 131041/0101}
 */
public record Identity(
        String subject, List<String> roles, List<String> municipalities, List<String> departments) {

    /** Somebody of a department or several. */
    public static Identity staff(String subject, String municipality, String... departments) {
        return new Identity(
                subject,
                List.of("department-staff"),
                List.of(municipality),
                List.of(departments).stream().map(code -> municipality + "/" + code).toList());
    }

    /** Somebody with a role for whole municipalities. */
    public static Identity of(String role, String... municipalities) {
        return new Identity("it-" + role, List.of(role), List.of(municipalities), List.of());
    }

    /** The request that makes a token for it. */
    public Call tokenCall() {
        return Call.post(
                "/dev/tokens",
                Map.of(
                        "subject", subject,
                        "name", subject,
                        "roles", roles,
                        "municipalities", municipalities,
                        "departments", departments));
    }
}
