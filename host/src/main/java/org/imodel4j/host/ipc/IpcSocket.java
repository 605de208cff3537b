package org.imodel4j.host.ipc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.imodel4j.host.BeEvent;
import org.imodel4j.host.HostEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a host and its frontends meet: functions that frontends call, listeners for what they send, notifications for them, and the frontends
 * themselves. Any thread may use it.
 */
public final class IpcSocket implements IpcAcceptor {
    private static final Logger LOG = LoggerFactory.getLogger(IpcSocket.class);

    private final HostEnvironment environment;
    private final IpcLimits limits;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<String, IpcHandler> handlers = new ConcurrentHashMap<>();
    private final Map<String, List<IpcListener>> listeners = new ConcurrentHashMap<>();
    private final List<IpcConnection> connections = new CopyOnWriteArrayList<>();
    private final BeEvent<IpcConnection> onConnected = new BeEvent<>();
    private final BeEvent<IpcConnection> onDisconnected = new BeEvent<>();
    private final BeEvent<IpcSocket> onChannelsChanged = new BeEvent<>();
    private boolean open;

    public IpcSocket(HostEnvironment environment, IpcLimits limits) {
        this.environment = environment;
        this.limits = limits;
    }

    HostEnvironment environment() {
        return environment;
    }

    IpcLimits limits() {
        return limits;
    }

    /** Lets frontends connect. Until then they are turned away, so that none finds a host that is half started. */
    public synchronized void open() {
        open = true;
    }

    /** Ends all connections and lets nobody connect any more. */
    public void close() {
        synchronized (this) {
            open = false;
        }
        connections.forEach(connection -> connection.close(IpcClose.GOING_AWAY));
    }

    @Override
    public IpcReceiver accept(IpcTransport transport) {
        IpcConnection connection = new IpcConnection(this, transport::close, lastId.incrementAndGet());
        IpcReceiver receiver = connection.receiver(transport);
        take(connection);
        return receiver;
    }

    /** Takes a frontend whose messages come inside of another protocol; what that hears of it goes to the answer. */
    public IpcInlet carry(IpcCarrier carrier) {
        IpcConnection connection = new IpcConnection(this, carrier::close, lastId.incrementAndGet());
        IpcInlet inlet = connection.inlet(carrier);
        take(connection);
        return inlet;
    }

    private void take(IpcConnection connection) {
        boolean accepted;
        synchronized (this) {
            accepted = open && connections.add(connection);
        }
        if (accepted) {
            onConnected.raise(connection);
        } else {
            connection.close(IpcClose.GOING_AWAY);
        }
    }

    void removed(IpcConnection connection) {
        if (connections.remove(connection)) {
            onDisconnected.raise(connection);
        }
    }

    /** The frontends that are connected now. */
    public List<IpcConnection> connections() {
        return List.copyOf(connections);
    }

    /** Raised before the first message of a frontend is read. */
    public BeEvent<IpcConnection> onConnected() {
        return onConnected;
    }

    public BeEvent<IpcConnection> onDisconnected() {
        return onDisconnected;
    }

    /**
     * Gives a channel its functions. A channel has one handler, the last one given; running the answer removes this one if it still is that one.
     */
    public Runnable handle(IpcHandler handler) {
        IpcChannel channel = handler.channel();
        handlers.put(channel.name(), handler);
        handlers.put(channel.oldName(), handler);
        onChannelsChanged.raise(this);
        return () -> {
            handlers.remove(channel.name(), handler);
            handlers.remove(channel.oldName(), handler);
            onChannelsChanged.raise(this);
        };
    }

    /** The channels on which frontends can call something, as they stand on the wire. */
    public List<String> handledChannels() {
        return onTheWire(handlers.keySet());
    }

    /** The channels on which somebody hears what frontends send, as they stand on the wire. */
    public List<String> listenedChannels() {
        List<String> heard = new ArrayList<>(listeners.keySet());
        heard.removeIf(name -> listeners.getOrDefault(name, List.of()).isEmpty());
        return onTheWire(heard);
    }

    private static List<String> onTheWire(Collection<String> names) {
        List<String> prefixed = new ArrayList<>(names.size());
        names.forEach(name -> prefixed.add(IpcChannel.PREFIX + name));
        return prefixed;
    }

    /** Raised after a change of what the two methods above tell, for transports that have to know it before. */
    public BeEvent<IpcSocket> onChannelsChanged() {
        return onChannelsChanged;
    }

    @Nullable
    IpcHandler tryHandler(String prefixed) {
        return prefixed.startsWith(IpcChannel.PREFIX)
                ? handlers.get(prefixed.substring(IpcChannel.PREFIX.length()))
                : null;
    }

    /** Hears what frontends send on a channel; running the answer ends that. */
    public Runnable addListener(IpcChannel channel, IpcListener listener) {
        // A wrapper, so that a listener that is there twice can be removed once.
        IpcListener entry = listener::heard;
        for (String name : List.of(channel.name(), channel.oldName())) {
            List<IpcListener> all = listeners.computeIfAbsent(name, n -> new CopyOnWriteArrayList<>());
            if (!all.contains(entry)) {
                all.add(entry);
            }
        }
        onChannelsChanged.raise(this);
        return () -> {
            for (String name : List.of(channel.name(), channel.oldName())) {
                listeners.getOrDefault(name, List.of()).remove(entry);
            }
            onChannelsChanged.raise(this);
        };
    }

    void heard(IpcConnection from, String prefixed, IpcArguments data) {
        if (!prefixed.startsWith(IpcChannel.PREFIX)) {
            return;
        }
        String name = prefixed.substring(IpcChannel.PREFIX.length());
        for (IpcListener listener : listeners.getOrDefault(name, List.of())) {
            try {
                listener.heard(from, data);
            } catch (RuntimeException e) {
                LOG.error("A listener of {} failed", name, e);
            }
        }
    }

    /** Sends data to the listeners of a channel in all frontends. */
    public void send(IpcChannel channel, @Nullable Object... data) {
        send(channel, connection -> true, data);
    }

    private void send(IpcChannel channel, Predicate<IpcConnection> to, @Nullable Object[] data) {
        List<byte[]> binary = new ArrayList<>();
        byte[] json = IpcValue.arrayOf(data, binary);
        for (IpcConnection connection : connections) {
            if (to.test(connection)) {
                connection.push(channel, json, binary);
            }
        }
    }

    /**
     * An object whose methods, all of them void, notify all frontends that know the notification, see {@link KnownSince}.
     *
     * @throws org.imodel4j.error.IModelException BadArg when the type is no public interface or a method is not void
     */
    public <T> T notifications(IpcChannel channel, Class<T> type) {
        return IpcProxy.ofNotifications(type, (method, arguments) -> {
            send(channel, connection -> connection.knows(method), withName(method.getName(), arguments));
            return null;
        });
    }

    static @Nullable Object[] withName(String name, @Nullable Object[] arguments) {
        @Nullable Object[] all = new @Nullable Object[arguments.length + 1];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }
}
