package org.imodel4j.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections that dribble the headers of a request: the idle time restarts with each byte and would let a client hold a
 * connection for ever.
 *
 * <p>Looks at all connections twice per {@link ServerOptions#headerTime()}; a connection that is between two requests and whose
 * byte count has grown since the last look is in the middle of its headers.
 */
final class SlowHeaderGuard extends AbstractLifeCycle implements Connection.Listener {
    private final ServerConnector connector;
    private final long periodMillis;
    private final Map<Connection, Seen> open = new ConcurrentHashMap<>();

    /** What the last look saw; {@code strikes} counts the looks that found headers begun and not ended. */
    private record Seen(long requests, long bytes, int strikes) {}

    SlowHeaderGuard(ServerConnector connector, Duration headerTime) {
        this.connector = connector;
        this.periodMillis = Math.max(1, headerTime.toMillis() / 2);
    }

    @Override
    public void onOpened(Connection connection) {
        // HTTP/2 bounds its header frames itself, and its pings move bytes between requests.
        if (connection instanceof ConnectionMetaData) {
            open.put(connection, new Seen(0, 0, 0));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    @Override
    protected void doStart() {
        schedule();
    }

    private void schedule() {
        Scheduler scheduler = connector.getScheduler();
        scheduler.schedule(this::look, periodMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        for (Map.Entry<Connection, Seen> entry : open.entrySet()) {
            Seen now = compare(entry.getKey(), entry.getValue());
            if (now.strikes() > 2) {
                open.remove(entry.getKey());
                entry.getKey().getEndPoint().close();
            } else {
                open.replace(entry.getKey(), now);
            }
        }
        schedule();
    }

    private static Seen compare(Connection connection, Seen before) {
        long requests = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        boolean inRequest = requests != connection.getMessagesOut();
        if (inRequest || requests != before.requests() || requests < 0) {
            return new Seen(requests, bytes, 0);
        }
        boolean begun = before.strikes() > 0 || bytes != before.bytes();
        return new Seen(requests, bytes, begun ? before.strikes() + 1 : 0);
    }
}
