package dev.longstack.companions.servlets;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What is done for an exchange. */
interface Route {
    void serve(long id, HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
}
