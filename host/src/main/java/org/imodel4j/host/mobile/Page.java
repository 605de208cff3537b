package org.imodel4j.host.mobile;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ipc.IpcCarrier;
import org.imodel4j.host.ipc.IpcClose;
import org.imodel4j.host.ipc.IpcInlet;
import org.imodel4j.host.ipc.IpcLimits;
import org.imodel4j.host.ipc.IpcOutput;
import org.imodel4j.host.ipc.IpcSocket;
import org.imodel4j.host.ipc.Outgoing;
import org.imodel4j.host.rpc.RpcDispatcher;
import org.imodel4j.host.rpc.RpcMessage;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page, from its first connection until it is gone or another takes its place. It has one {@link org.imodel4j.host.ipc.IpcConnection} for all
 * that time, so what it opened stays open while the application is in the background, and what waits for it is sent when it is back.
 */
final class Page implements IpcCarrier {
    private static final Logger LOG = LoggerFactory.getLogger(Page.class);
    private static final String PUSH = "__push__";
    private static final int UNNUMBERED = 32768;

    private final HostEnvironment environment;
    private final RpcDispatcher dispatcher;
    private final PageConnection connection;
    private final Requests requests;
    private final Map<String, Integer> pushed = new HashMap<>();
    private final PageMessages messages;
    private final IpcInlet inlet;

    Page(HostEnvironment environment, RpcDispatcher dispatcher, IpcSocket ipc, IpcLimits limits, Link first) {
        this.environment = environment;
        this.dispatcher = dispatcher;
        this.connection = new PageConnection(first);
        this.requests = new Requests(limits.openInvokes());
        this.inlet = ipc.carry(this);
        this.messages = new PageMessages(inlet);
    }

    IpcInlet inlet() {
        return inlet;
    }

    PageConnection connection() {
        return connection;
    }

    void handle(MobileRequest request, Link from) {
        if (request.isIpc()) {
            messages.arrived(request);
            return;
        }
        switch (requests.ask(request.id(), from)) {
            case Requests.Asked.Begun begun -> environment.begin(() -> call(request, begun.entry()), "mobile-call");
            case Requests.Asked.Running running -> LOG.debug("Request {} still runs", request.id());
            case Requests.Asked.Kept kept -> answer(from, request.interfaceName(), request.id(), kept.answer());
            case Requests.Asked.Refused refused ->
                reject(from, request.interfaceName(), request.id(), "too many calls wait for their answers");
        }
    }

    private void call(MobileRequest request, Requests.Entry entry) {
        MobileAnswer answer;
        try {
            answer = MobileAnswer.of(dispatcher.call(new RpcMessage(
                    request.activity(),
                    request.interfaceName(),
                    request.version(),
                    request.operation(),
                    request.parameters(),
                    request.data(),
                    entry::whenAbandoned)));
        } catch (IModelException e) {
            answer = MobileAnswer.of(e);
        } catch (RuntimeException | Error e) {
            LOG.error("{} of {} failed", request.operation(), request.interfaceName(), e);
            answer = rejection("internal error of the backend");
        }
        answer(requests.answered(entry, answer), request.interfaceName(), request.id(), answer);
    }

    /** Answers a request that can not be read, if it is one that has an answer. */
    void refuse(MobileArrival.Flawed request, Link from) {
        if (request.interfaceName().equals(MobileRequest.IPC)) {
            messages.flawed(request.parameters(), request.problem());
        } else {
            reject(from, request.interfaceName(), request.id(), request.problem());
        }
    }

    private void reject(Link link, String interfaceName, String id, String why) {
        answer(link, interfaceName, id, rejection(why));
    }

    private static MobileAnswer rejection(String why) {
        return MobileAnswer.of(new IModelException(UNNUMBERED, ErrorKind.USER, why, null));
    }

    private void answer(Link link, String interfaceName, String id, MobileAnswer answer) {
        inlet.send(new PageOutput(link, interfaceName, id, answer));
    }

    /** Sends to the subscribers of a push channel of RPC. */
    void push(String channel, JsonValue data) {
        // The count and the order have to agree.
        synchronized (pushed) {
            int count = pushed.merge(channel, 0, (before, zero) -> before + 1);
            inlet.send(new PageOutput(null, PUSH, channel, new MobileAnswer(count, Json.writeBytes(data), List.of())));
        }
    }

    @Override
    public void send(IpcOutput given) throws IOException {
        // A connection can break in the middle, and then all of it is sent again.
        IpcOutput output = given instanceof Outgoing message ? message.collected() : given;
        while (true) {
            if (output instanceof PageOutput own && own.link() != null && !connection.is(own.link())) {
                // The page asks again when it is back, or wants no answer any longer.
                return;
            }
            Link link = connection.await();
            try {
                write(output, link);
                return;
            } catch (IOException e) {
                LOG.debug("A connection broke while something was sent: {}", e.toString());
                lost(link);
            }
        }
    }

    private static void write(IpcOutput output, Link link) throws IOException {
        if (output instanceof Outgoing message) {
            MobileFrames.write(link.transport(), message);
        } else if (output instanceof PageOutput own && (own.link() == null || own.link() == link)) {
            MobileFrames.write(link.transport(), own.interfaceName(), own.id(), own.answer());
        }
        link.transport().flush();
    }

    /** A connection of the page is over. */
    void lost(Link link) {
        if (connection.lost(link)) {
            end();
        }
    }

    /** Ends the page that was told to connect anew, when it does not within the given time. */
    void awaitReturn(Duration time) {
        try {
            if (connection.isMissingAfter(time)) {
                LOG.info("The frontend did not come back");
                end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The page is gone. */
    void end() {
        close(IpcClose.GOING_AWAY);
        inlet.ended();
    }

    @Override
    public void close(IpcClose reason) {
        Link last = connection.end();
        if (last != null) {
            last.transport().close(reason);
        }
        requests.abandon();
    }
}
