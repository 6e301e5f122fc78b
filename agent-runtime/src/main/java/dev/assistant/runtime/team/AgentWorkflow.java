package dev.assistant.runtime.team;

import dev.assistant.runtime.source.ObtainFiles;
import dev.assistant.runtime.source.Obtained;
import dev.assistant.runtime.upload.RefusedUpload;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.runtime.workflow.Workflow;

/**
 * A workflow of agents that reviews nothing: its files are obtained, be they submitted, uploaded or a repository's, and its craft
 * makes something of them. Thread-safe.
 */
public final class AgentWorkflow implements Workflow {
    private final String name;
    private final Team team;
    private final ObtainFiles files;
    private final Craft craft;

    public AgentWorkflow(String name, Team team, ObtainFiles files, Craft craft) {
        this.name = name;
        this.team = team;
        this.files = files;
        this.craft = craft;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Outcome run(JobRun run) throws InterruptedException {
        run.progress("reading", 0);
        Obtained obtained;
        try {
            obtained = files.obtain(run);
        } catch (RefusedUpload refused) {
            return new Outcome.Refused(refused.explanation());
        }
        return craft.carryOut(Assignment.begin(run, obtained, team, team.chat(name)));
    }
}
