package org.imodel4j.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connector that reads websockets in the thread that finds out that there is something to read, which saves two switches of threads for each
 * small call. {@link FrontendSocket} sees to it that nothing that may take long runs there.
 */
final class ShortWayConnector extends ServerConnector {
    ShortWayConnector(Server server, ConnectionFactory... factories) {
        super(server, 1, 1, factories);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint = new ShortWay(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    /** Has the connection on an endpoint of this connector run an action each time it has given all it had read; other connections do not. */
    static boolean onAllGiven(EndPoint endPoint, Runnable action) {
        if (endPoint instanceof ShortWay here) {
            here.allGiven = action;
            return true;
        }
        return false;
    }

    private static final class ShortWay extends SocketChannelEndPoint {
        private @Nullable Runnable allGiven;

        ShortWay(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
        }

        @Override
        public void fillInterested(Callback callback) {
            super.fillInterested(
                    getConnection() instanceof WebSocketConnection
                            ? Callback.from(InvocationType.NON_BLOCKING, callback::succeeded, callback::failed)
                            : callback);
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            Runnable action = allGiven;
            if (action != null) {
                action.run();
            }
            return super.fill(buffer);
        }
    }
}
