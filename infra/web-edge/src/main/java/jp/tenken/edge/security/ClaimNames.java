package jp.tenken.edge.security;

import org.jspecify.annotations.Nullable;

/**
 * Where an issuer's tokens say what we need. A name with dots leads into nested objects, as {@code
 * realm_access.roles}.
 *
 * @param municipalities codes of municipalities
 * @param roles role codes; those that are not ours are ignored
 * @param departments as {@code 131041/0101}
 * @param contractors contractor ids
 * @param name for people to read
 */
public record ClaimNames(
        String municipalities, String roles, String departments, String contractors, String name) {

    /** Puts the standard name where none is configured. */
    public ClaimNames(
            @Nullable String municipalities,
            @Nullable String roles,
            @Nullable String departments,
            @Nullable String contractors,
            @Nullable String name) {
        this.municipalities = municipalities == null ? "municipalities" : municipalities;
        this.roles = roles == null ? "roles" : roles;
        this.departments = departments == null ? "departments" : departments;
        this.contractors = contractors == null ? "contractors" : contractors;
        this.name = name == null ? "name" : name;
    }

    /** The names of the HTTP contract. */
    static ClaimNames standard() {
        return new ClaimNames(null, null, null, null, null);
    }
}
