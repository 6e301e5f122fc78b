package dev.assistant.notice;

import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.JobNews;
import dev.assistant.workflow.JobId;

/**
 * Something that somebody wants to be told and has not been.
 *
 * @param to a verified address
 * @param workflow of the job
 */
public record Notice(EmailAddress to, String username, JobId job, String workflow, JobNews news) {}
