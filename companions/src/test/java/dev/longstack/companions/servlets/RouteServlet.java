package dev.longstack.companions.servlets;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves a route; the exchange's id is in the query. */
final class RouteServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Route route;

    RouteServlet(Route route) {
        this.route = route;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        route.serve(id(request), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        route.serve(id(request), request, response);
    }

    private static long id(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? 0 : Long.parseLong(query.substring(query.indexOf('=') + 1));
    }
}
