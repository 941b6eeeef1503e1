package jp.tenken.edge.security;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads a configured public key. */
final class PublicKeys {

    private PublicKeys() {}

    /**
     * The key of a PEM text with an X.509 public key.
     *
     * @throws IllegalArgumentException when it is neither an RSA nor an EC key
     */
    static JWKSet fromPem(String pem) {
        byte[] encoded;
        try {
            encoded =
                    Base64.getMimeDecoder()
                            .decode(pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("public-key is not PEM", notBase64);
        }
        X509EncodedKeySpec spec = new X509EncodedKeySpec(encoded);
        try {
            return new JWKSet(
                    new RSAKey.Builder(
                                    (RSAPublicKey)
                                            KeyFactory.getInstance("RSA").generatePublic(spec))
                            .build());
        } catch (GeneralSecurityException notRsa) {
            return elliptic(spec);
        }
    }

    private static JWKSet elliptic(X509EncodedKeySpec spec) {
        try {
            ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
            return new JWKSet(
                    new ECKey.Builder(Curve.forECParameterSpec(key.getParams()), key).build());
        } catch (GeneralSecurityException neither) {
            throw new IllegalArgumentException("public-key is no RSA or EC key", neither);
        }
    }
}
