package org.imodel4j.server;

import java.nio.file.Path;

/**
 * A certificate chain and its private key, both PEM.
 *
 * @param certificate the server's certificate first, then its issuers
 * @param key unencrypted PKCS#8, PKCS#1 (RSA) or SEC 1 (elliptic curve)
 */
public record TlsFiles(Path certificate, Path key) {}
