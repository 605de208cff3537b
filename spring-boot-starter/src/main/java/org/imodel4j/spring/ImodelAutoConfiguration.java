package org.imodel4j.spring;

import java.nio.file.Path;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ServedFile;
import org.imodel4j.host.rpc.RpcAccess;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.web.WebViewerHost;
import org.imodel4j.host.web.WebViewerOptions;
import org.imodel4j.servlet.RpcServlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * A {@link WebViewerHost} that lives as long as the application, and the servlet before it.
 *
 * <p>Beans of {@link RpcInterface} are served besides the standard ones, one of {@link RpcAccess} decides who may call what.
 * An application that has an {@link IModelHostConfiguration}, {@link WebViewerOptions}, {@code WebViewerHost} or {@link
 * RpcServlet} of its own keeps it.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(ImodelProperties.class)
public class ImodelAutoConfiguration {
    static final String HOST_BEAN = "webViewerHost";

    @Bean
    @ConditionalOnMissingBean
    IModelHostConfiguration iModelHostConfiguration(ImodelProperties properties) {
        IModelHostConfiguration.Builder configuration = IModelHostConfiguration.builder();
        Path cacheDir = properties.cacheDir();
        return (cacheDir == null ? configuration : configuration.cacheDir(cacheDir)).build();
    }

    @Bean
    @ConditionalOnMissingBean
    WebViewerOptions webViewerOptions(ObjectProvider<RpcInterface> interfaces, ObjectProvider<RpcAccess> access) {
        WebViewerOptions options = WebViewerOptions.defaults();
        for (RpcInterface own : interfaces.orderedStream().toList()) {
            options = options.with(own);
        }
        return options.with(access.getIfAvailable(() -> RpcAccess.OPEN));
    }

    /** Serves all files or fails and leaves no host behind. */
    @Bean(name = HOST_BEAN, destroyMethod = "close")
    @ConditionalOnMissingBean
    WebViewerHost webViewerHost(
            IModelHostConfiguration configuration, WebViewerOptions options, ImodelProperties properties) {
        WebViewerHost host = WebViewerHost.startup(configuration, options);
        try {
            for (ServedFile file : ServedFile.of(properties.files())) {
                host.openIModels().serve(file.file(), file.key());
            }
            return host;
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    @Bean
    @ConditionalOnMissingBean(value = RpcServlet.class, parameterizedContainer = ServletRegistrationBean.class)
    ServletRegistrationBean<RpcServlet> rpcServlet(WebViewerHost host, ImodelProperties properties) {
        RpcServlet servlet = new RpcServlet(host.rpc(), properties.servletOptions());
        ServletRegistrationBean<RpcServlet> registration = new ServletRegistrationBean<>(servlet, properties.path());
        registration.setName("imodelRpc");
        return registration;
    }
}
