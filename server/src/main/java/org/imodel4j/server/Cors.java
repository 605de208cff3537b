package org.imodel4j.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.imodel4j.host.rpc.CrossOrigin;

/** Lets pages of other origins use the server; see {@link CrossOrigin}. */
final class Cors {
    private static final List<HttpField> ALWAYS = encoded(CrossOrigin.ALWAYS);
    private static final List<HttpField> PREFLIGHT = encoded(CrossOrigin.PREFLIGHT);

    private Cors() {}

    static void mark(Request request, HttpFields.Mutable answer) {
        for (HttpField field : ALWAYS) {
            answer.add(field);
        }
        if (request.getMethod().equals("OPTIONS")) {
            for (HttpField field : PREFLIGHT) {
                answer.add(field);
            }
        }
    }

    private static List<HttpField> encoded(Map<String, String> headers) {
        List<HttpField> fields = new ArrayList<>();
        headers.forEach((name, value) -> fields.add(new PreEncodedHttpField(name, value)));
        return List.copyOf(fields);
    }
}
