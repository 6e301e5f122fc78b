/**
 * The tools that agents call, served with the Model Context Protocol: over stateless streamable HTTP on the loopback address, each
 * server at its port, and over standard input and output. A server is a list of {@link dev.assistant.runtime.mcp.ServedTool}s;
 * what holds for all of them (scope, limits of input, time and size, masked secrets, no exception's text) is in {@link
 * dev.assistant.runtime.mcp.GuardedTool}.
 */
@NullMarked
package dev.assistant.runtime.mcp;

import org.jspecify.annotations.NullMarked;
