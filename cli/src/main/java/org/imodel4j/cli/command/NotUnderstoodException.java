package org.imodel4j.cli.command;

/** The user called for something that does not exist or does not belong together. */
public final class NotUnderstoodException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotUnderstoodException(String message) {
        super(message);
    }
}
