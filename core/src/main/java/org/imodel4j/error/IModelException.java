package org.imodel4j.error;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The root of all failures that imodel4j reports.
 *
 * <p>The {@linkplain #errorNumber() number} is the one that iTwin.js gives for the same failure, so that a frontend reacts
 * as it does with its own backend. The {@linkplain #text() text} is fixed; what varies travels as context.
 */
public class IModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int errorNumber;
    private final ErrorKind kind;
    private final String text;
    private final transient Map<String, Object> context = new LinkedHashMap<>();

    public IModelException(Status status, String text) {
        this(status, text, null);
    }

    public IModelException(Status status, String text, @Nullable Throwable cause) {
        this(status.number(), status.kind(), text, cause);
    }

    public IModelException(int errorNumber, ErrorKind kind, String text, @Nullable Throwable cause) {
        super(text, cause);
        this.errorNumber = errorNumber;
        this.kind = kind;
        this.text = text;
    }

    /** Adds a detail that is shown behind the text; returns this for chaining. */
    public IModelException with(String key, Object value) {
        context.put(key, value);
        return this;
    }

    /** The status number of iTwin.js: an IModelStatus, DbResult or RpcInterfaceStatus value. */
    public int errorNumber() {
        return errorNumber;
    }

    public ErrorKind kind() {
        return kind;
    }

    /** The fixed message without the context. */
    public String text() {
        return text;
    }

    public Map<String, Object> context() {
        return Map.copyOf(context);
    }

    @Override
    public String getMessage() {
        if (context.isEmpty()) {
            return text;
        }
        StringBuilder message = new StringBuilder(text).append(" [");
        String separator = "";
        for (Map.Entry<String, Object> detail : context.entrySet()) {
            message.append(separator).append(detail.getKey()).append('=').append(detail.getValue());
            separator = ", ";
        }
        return message.append(']').toString();
    }
}
