package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.budgets.CfnBudget.BudgetDataProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationWithSubscribersProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SpendProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SubscriberProperty;
import software.constructs.Construct;

/**
 * What the account may cost in a month, by AWS's own bill: the alarm model-spend counts what the product knows of, at the prices
 * in its table; this one cannot be wrong about either, but comes hours later. It is over everything, since models of other makers
 * are billed under names of their own, which a filter for Bedrock would miss. Free for the first two of an account.
 */
public final class AccountBudget extends Construct {
    private static final double NEARLY = 80;
    private static final double ALL = 100;

    public AccountBudget(Construct scope, Settings settings) {
        super(scope, "Budget");
        List<NotificationWithSubscribersProperty> notifications = settings.accounts()
                .alarmMail()
                .map(mail -> List.of(
                        notification("ACTUAL", NEARLY, mail),
                        notification("ACTUAL", ALL, mail),
                        notification("FORECASTED", ALL, mail)))
                .orElse(List.of());
        CfnBudget.Builder.create(this, "Account")
                .budget(BudgetDataProperty.builder()
                        .budgetName("development-assistant-%s".formatted(settings.stage()))
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(SpendProperty.builder()
                                .amount(settings.operations().usdPerMonth())
                                .unit("USD")
                                .build())
                        .build())
                .notificationsWithSubscribers(notifications)
                .build();
    }

    private static NotificationWithSubscribersProperty notification(String type, double percent, String mail) {
        return NotificationWithSubscribersProperty.builder()
                .notification(NotificationProperty.builder()
                        .notificationType(type)
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(List.of(SubscriberProperty.builder()
                        .subscriptionType("EMAIL")
                        .address(mail)
                        .build()))
                .build();
    }
}
