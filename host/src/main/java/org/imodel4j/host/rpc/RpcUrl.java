package org.imodel4j.host.rpc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request.
 *
 * <pre>
 * path      = anything "/mode/" mode "/context/" iTwinId "/imodel/" iModelId [ "/changeset/" changesetId ] "/" operation
 * operation = interface "-" version "-" name
 * </pre>
 *
 * The iTwinId may be empty, the changeset is {@code 0} when there is none, and frontends of 2.x leave its segment out while
 * they ask for a writable iModel. Values are taken as they were sent. The interface of a control request is base64 and may hold
 * slashes.
 *
 * @param hasIModel whether the path names an iModel at all
 * @param changesetId empty for the first state of an iModel
 * @param hasChangeset whether the segment was there
 */
public record RpcUrl(
        String iTwinId,
        String iModelId,
        String changesetId,
        int mode,
        boolean hasIModel,
        boolean hasChangeset,
        String interfaceName,
        String version,
        String operation) {
    private static final String CONTROL = "-CONTROL-describeEndpoints";

    /** Takes a path apart; never fails, a path that is none of ours has empty parts. */
    public static RpcUrl parse(String rawPath) {
        int end = rawPath.length();
        while (end > 0 && rawPath.charAt(end - 1) == '/') {
            end--;
        }
        String path = rawPath.substring(0, end);
        int last = operationStart(path);
        String segment = path.substring(Math.min(last + 1, path.length()));
        int first = segment.indexOf('-');
        int second = segment.lastIndexOf('-');
        String interfaceName = first < 0 ? segment : segment.substring(0, first);
        String version = second > first ? segment.substring(first + 1, second) : "";
        String operation = second < 0 ? "" : segment.substring(second + 1);
        if (path.endsWith(CONTROL)) {
            interfaceName = segment.substring(0, segment.length() - CONTROL.length());
            version = "CONTROL";
            operation = "describeEndpoints";
        }
        String changesetId = "";
        boolean hasChangeset = false;
        int at = last;
        int before = named(path, at, "/changeset/");
        if (before >= 0) {
            changesetId = value(path, before, at, "/changeset/");
            hasChangeset = true;
            at = before;
        }
        int iModelAt = named(path, at, "/imodel/");
        int contextAt = iModelAt < 0 ? -1 : named(path, iModelAt, "/context/");
        int modeAt = contextAt < 0 ? -1 : named(path, contextAt, "/mode/");
        return new RpcUrl(
                contextAt < 0 ? "" : value(path, contextAt, iModelAt, "/context/"),
                iModelAt < 0 ? "" : value(path, iModelAt, at, "/imodel/"),
                changesetId.equals("0") ? "" : changesetId,
                modeAt >= 0 && value(path, modeAt, contextAt, "/mode/").equals("2") ? 2 : 1,
                contextAt >= 0,
                hasChangeset,
                interfaceName,
                version,
                operation);
    }

    /** Whether this asks what the server offers. */
    public boolean isControl() {
        return version.equals("CONTROL");
    }

    /** The {@code Name@version} list that a control request carries in place of its interface; empty when unreadable. */
    public String[] controlEndpoints() {
        try {
            byte[] text = Base64.getDecoder().decode(interfaceName);
            return new String(text, StandardCharsets.ISO_8859_1).split(",", 1000);
        } catch (IllegalArgumentException e) {
            return new String[0];
        }
    }

    /** The slash before the operation; that of a control request is the one after the token. */
    private static int operationStart(String path) {
        if (!path.endsWith(CONTROL)) {
            return path.lastIndexOf('/');
        }
        int changeset = path.lastIndexOf("/changeset/");
        int from = changeset >= 0
                ? changeset + "/changeset/".length()
                : path.lastIndexOf("/imodel/") + "/imodel/".length();
        int slash = path.indexOf('/', Math.min(Math.max(0, from), path.length()));
        return slash >= 0 ? slash : path.lastIndexOf('/');
    }

    /** Where the segment pair stands whose value ends at {@code end}; -1 when another one does. */
    private static int named(String path, int end, String name) {
        int slash = path.lastIndexOf('/', end - 1);
        int start = slash - name.length() + 1;
        return slash >= 0 && start >= 0 && path.startsWith(name, start) ? start : -1;
    }

    private static String value(String path, int start, int end, String name) {
        return path.substring(start + name.length(), end);
    }

    /** Whether a path could be a call: the rule by which GET requests of calls are told from those for pages. */
    static boolean isCall(@Nullable String path) {
        return path != null && path.contains("/imodel/");
    }
}
