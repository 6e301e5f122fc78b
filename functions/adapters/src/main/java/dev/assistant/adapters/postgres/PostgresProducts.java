package dev.assistant.adapters.postgres;

import dev.assistant.adapters.json.ProductJson;
import dev.assistant.identity.UserId;
import dev.assistant.product.Product;
import dev.assistant.product.Products;
import dev.assistant.review.AgentUsage;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Products in {@code workflow_executions.results}. What they cost was counted call by call. Thread-safe. */
public final class PostgresProducts implements Products {
    private final Database database;

    public PostgresProducts(Database database) {
        this.database = database;
    }

    @Override
    public void complete(Lease lease, Product product, List<AgentUsage> agents, Instant now) {
        database.transaction(sql -> {
            PostgresLeases.end(sql, lease, JobStatus.COMPLETED, Optional.empty(), now);
            sql.sql("""
                            update workflow_executions
                            set results = cast(:results as jsonb)
                            where id = :id
                            """)
                    .param("id", lease.job().value())
                    .param("results", StorableText.json(ProductJson.write(product)))
                    .update();
            ReviewFacts.storeAgents(sql, lease.job(), agents);
            return lease;
        });
    }

    @Override
    public Optional<Product> of(UserId owner, JobId job) {
        return database.query(sql -> sql.sql("""
                        select results
                        from workflow_executions
                        where id = :id and user_id = :owner and status = 'completed' and produces <> 'review'
                        """)
                .param("id", job.value())
                .param("owner", owner.value())
                .query((row, number) -> ProductJson.read(row.getString("results")))
                .optional());
    }
}
