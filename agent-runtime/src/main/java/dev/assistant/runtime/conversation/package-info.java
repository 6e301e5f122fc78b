/**
 * Conversations of agents: who speaks next and when it is over is pure (state to next step), and one loop executes the steps
 * and stores each turn, so that another worker goes on where one stopped (ARCHITECTURE section 5). The semantics are those of
 * AutoGen: two agents, group chat, nested chats.
 *
 * <p>Own rather than langchain4j-agentic: approvals must end the attempt and free the worker, what is stored must not name
 * classes, and budget and untrusted text must be dealt with in one place. The cost is this package.
 */
@NullMarked
package dev.assistant.runtime.conversation;

import org.jspecify.annotations.NullMarked;
