package org.imodel4j.error;

/** Status numbers of iTwin.js that imodel4j gives. */
public enum Status {
    BAD_ARG(65539, ErrorKind.USER, "Bad Arg"),
    NOT_FOUND(65574, ErrorKind.NOT_FOUND, "Not Found");

    private final int number;
    private final ErrorKind kind;
    private final String text;

    Status(int number, ErrorKind kind, String text) {
        this.number = number;
        this.kind = kind;
        this.text = text;
    }

    public int number() {
        return number;
    }

    public ErrorKind kind() {
        return kind;
    }

    /** The name that iTwin.js shows for the number, such as {@code Not Found}. */
    public String text() {
        return text;
    }
}
