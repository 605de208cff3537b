package org.imodel4j.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** Reads PEM files (RFC 7468) into a key store that lives in memory only. */
final class PemKeyStore {
    private static final Pattern KEY = Pattern.compile(
            "-----BEGIN ([A-Z ]*)PRIVATE KEY-----\\s*([A-Za-z0-9+/=\\s]+?)-----END \\1PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

    /** AlgorithmIdentifier rsaEncryption, NULL (RFC 8017 appendix A.1). */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
    };

    /** OID id-ecPublicKey (RFC 5480). */
    private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};

    private PemKeyStore() {}

    /** A store with one entry, guarded by {@code password}. */
    static KeyStore read(TlsFiles files, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            PrivateKey key = key(files.key());
            store.setKeyEntry("server", key, password, chain(files.certificate()));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IModelException(Status.BAD_ARG, "Certificate and key can not be used for TLS", e)
                    .with("certificate", files.certificate())
                    .with("key", files.key())
                    .with("reason", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IModelException(Status.BAD_ARG, "Certificate or key can not be read", e)
                    .with("certificate", files.certificate())
                    .with("key", files.key())
                    .with("reason", String.valueOf(e.getMessage()));
        }
    }

    private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("no certificate in " + file);
        }
        return chain.toArray(new Certificate[0]);
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw new GeneralSecurityException("no private key in " + file);
        }
        byte[] der = decode(pem.group(2));
        byte[] pkcs8 =
                switch (pem.group(1).trim()) {
                    case "" -> der;
                    case "RSA" -> wrap(RSA, der);
                    case "EC" -> wrap(tagged(0x30, concat(EC, curveOf(der))), der);
                    case "ENCRYPTED" -> throw new GeneralSecurityException("the private key is encrypted");
                    default -> throw new GeneralSecurityException("unknown kind of private key: " + pem.group(1));
                };
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // A factory refuses the keys of the others.
                continue;
            }
        }
        throw new GeneralSecurityException("the private key is damaged or of an unknown algorithm");
    }

    private static byte[] decode(String base64) throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the private key is not base64", e);
        }
    }

    /** PrivateKeyInfo (RFC 5208) around a key in its own form. */
    private static byte[] wrap(byte[] algorithm, byte[] key) {
        byte[] version = {0x02, 0x01, 0x00};
        return tagged(0x30, concat(version, concat(algorithm, tagged(0x04, key))));
    }

    /** The curve's OID out of an ECPrivateKey (RFC 5915), where it stands behind the tag [0]. */
    private static byte[] curveOf(byte[] key) throws GeneralSecurityException {
        for (int i = 0; i + 3 < key.length; i++) {
            int length = key[i + 1];
            if (key[i] == (byte) 0xa0
                    && key[i + 2] == 0x06
                    && length == key[i + 3] + 2
                    && i + 2 + length <= key.length) {
                return java.util.Arrays.copyOfRange(key, i + 2, i + 2 + length);
            }
        }
        throw new GeneralSecurityException("the elliptic-curve key does not name its curve");
    }

    private static byte[] tagged(int tag, byte[] content) {
        int length = content.length;
        byte[] head = length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : length < 0x100
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return concat(head, content);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
