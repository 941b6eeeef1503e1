package jp.tenken.command.municipality.issuepolicyedition;

import java.time.LocalDate;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.municipality.PolicyKind;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Make an edition of a policy known.
 *
 * @param policyEditionId the municipality's own id of it
 * @param kind what it is an edition of
 * @param titleJa what it is called in Japanese
 * @param edition which edition, as people name it
 * @param effectiveOn from which day on
 * @param scope how far the caller may act
 * @param expectedVersion 0 = not issued, 1 = issued; null = either
 */
@Command(namespace = "tenken.municipality", name = "IssuePolicyEdition", version = "1")
public record IssuePolicyEdition(
        @TargetEntityId PolicyEditionId policyEditionId,
        PolicyKind kind,
        String titleJa,
        String edition,
        LocalDate effectiveOn,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses texts that are missing, too long or not printable. */
    public IssuePolicyEdition {
        titleJa = TextRule.TITLE.required("titleJa", titleJa);
        edition = TextRule.NAME.required("edition", edition);
    }
}
