package dev.longstack.companions.servlets;

import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.concurrent.Executor;

/** A server of servlets, all of which may work asynchronously. */
interface Server {
    /** Where exchanges that failed are answered. */
    String ERRORS = "/failed";

    /** Serves these by their mappings, on any free port, which is the answer. */
    int start(Map<String, HttpServlet> servlets) throws Exception;

    /** The pool that the server works with, or one of the same class: applications use it, too. */
    Executor pool();

    void stop() throws Exception;
}
