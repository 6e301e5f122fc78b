package dev.assistant.runtime.model;

class StreamedOpenAiGatewayTest extends OpenAiGatewayTest {
    @Override
    boolean streams() {
        return true;
    }
}
