package jp.tenken.it;

import static jp.tenken.it.RunningTenken.DEPARTMENT;
import static jp.tenken.it.RunningTenken.SHIBUYA;
import static jp.tenken.it.RunningTenken.SHINJUKU;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedTenken.class)
class TokenTest {

    private final RunningTenken tenken;

    TokenTest(RunningTenken tenken) {
        this.tenken = tenken;
    }

    @Test
    void refusesWhoShowsNoToken() throws Exception {
        new Bad("none", decision(), 401, "token-missing").isRefused(tenken);
    }

    @Test
    void refusesATokenThatHasExpired() throws Exception {
        refused(tenken.expiredToken(), 401, "token-expired");
    }

    @Test
    void refusesATokenWhoseContentWasChanged() throws Exception {
        String[] parts = tenken.staff(SHINJUKU).split("\\.", -1);
        String content =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String more = content.replace("department-staff", "security-officer");

        refused(parts[0] + "." + encoded(more) + "." + parts[2], 401, "token-invalid");
    }

    @Test
    void refusesATokenThatNobodySigned() throws Exception {
        String content = tenken.staff(SHINJUKU).split("\\.", -1)[1];

        refused(encoded("{\"alg\":\"none\"}") + "." + content + ".", 401, "token-invalid");
    }

    @Test
    void refusesATokenOfItsOwnIssuerWithAnotherKey() throws Exception {
        SignedJWT own = SignedJWT.parse(tenken.staff(SHINJUKU));

        refused(signed(own.getHeader().getKeyID(), own.getJWTClaimsSet()), 401, "token-invalid");
    }

    @Test
    void refusesATokenOfAnIssuerThatNobodyTrusts() throws Exception {
        JWTClaimsSet own = SignedJWT.parse(tenken.staff(SHINJUKU)).getJWTClaimsSet();
        JWTClaimsSet foreign =
                new JWTClaimsSet.Builder(own).issuer("https://id.example.com").build();

        refused(signed("foreign", foreign), 401, "issuer-untrusted");
    }

    @Test
    void refusesWhatIsNoToken() throws Exception {
        refused("tanaka", 401, "token-invalid");
    }

    @Test
    void doesNotShowAnotherMunicipalityToAToken() throws Exception {
        refused(tenken.staff(SHIBUYA), 404, "not-found");
    }

    @Test
    void refusesARoleThatMayNot() throws Exception {
        refused(tenken.token("auditor", SHINJUKU), 403, "permission-denied");
    }

    @Test
    void refusesAnotherDepartment() throws Exception {
        String other = tenken.http().token(Identity.staff("it-other", SHINJUKU, "0102"));

        refused(other, 403, "out-of-scope");
    }

    @Test
    void givesNoTryOutTokenThroughAProxy() throws Exception {
        Call call =
                Identity.staff("it-far", SHINJUKU, DEPARTMENT)
                        .tokenCall()
                        .with("X-Forwarded-For", "192.0.2.1");

        new Bad("proxy", call, 403, "dev-token-refused").isRefused(tenken);
    }

    @Test
    void givesNoTryOutTokenForARoleThatIsNone() throws Exception {
        Call call = Identity.of("emperor", SHINJUKU).tokenCall();

        new Bad("role", call, 400, "role-unknown").isRefused(tenken);
    }

    private void refused(String token, int status, String code) throws IOException {
        new Bad("token", decision().as(token), status, code).isRefused(tenken);
    }

    private Call decision() {
        return Call.put(
                Bad.HOME + "/contracts/" + tenken.contract() + "/checklist/items/OPS-03/decision",
                Bad.YES);
    }

    private static String signed(String keyId, JWTClaimsSet claims)
            throws JOSEException, ParseException {
        RSAKey key = new RSAKeyGenerator(2048).generate();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
