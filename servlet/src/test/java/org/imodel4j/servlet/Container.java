package org.imodel4j.servlet;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with one servlet below {@code /rpc}, each request on a virtual thread. */
final class Container implements AutoCloseable {
    /** What Tomcat logs ends here. Kept, because its setting is forgotten with it. */
    private static final Logger LOG = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Container(Path dir, RpcServlet servlet) throws LifecycleException {
        tomcat.setBaseDir(dir.toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("connectionTimeout", "1000");
        connector.setProperty("maxHttpHeaderSize", "65536");
        connector.getProtocolHandler().setExecutor(threads);
        tomcat.setConnector(connector);
        LOG.setUseParentHandlers(false);
        Context context = tomcat.addContext("", dir.toString());
        Tomcat.addServlet(context, "rpc", servlet).addMapping("/rpc/*");
        tomcat.start();
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        threads.close();
    }
}
