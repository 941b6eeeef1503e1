package jp.tenken.command.municipality.onboardmunicipality;

import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.MunicipalityKind;
import jp.tenken.kernel.TextRule;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Bring a municipality on board.
 *
 * @param code its code; the tenant follows from it
 * @param nameJa 新宿区
 * @param nameEn Shinjuku City
 * @param kind what it is
 * @param expectedVersion what {@code If-Match} says, or null
 */
@Command(namespace = "tenken.municipality", name = "OnboardMunicipality", version = "1")
public record OnboardMunicipality(
        @TargetEntityId MunicipalityCode code,
        String nameJa,
        String nameEn,
        MunicipalityKind kind,
        @Nullable Long expectedVersion) {

    /** Refuses names that are missing, too long or not printable. */
    public OnboardMunicipality {
        nameJa = TextRule.NAME.required("nameJa", nameJa);
        nameEn = TextRule.NAME.required("nameEn", nameEn);
    }
}
