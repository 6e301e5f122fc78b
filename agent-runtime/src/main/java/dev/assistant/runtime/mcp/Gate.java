package dev.assistant.runtime.mcp;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Lets in who has the token, to the server at the port that was connected to. Thread-safe. */
final class Gate extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient BearerToken token;
    private final transient Map<Integer, HttpServlet> servers;

    /** @param servers by local port; may be filled later */
    Gate(BearerToken token, Map<Integer, HttpServlet> servers) {
        this.token = token;
        this.servers = servers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String authorization = request.getHeader("Authorization");
        if (authorization == null || !token.isIn(authorization)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        HttpServlet server = servers.get(request.getLocalPort());
        if (server == null) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        server.service(request, response);
    }
}
