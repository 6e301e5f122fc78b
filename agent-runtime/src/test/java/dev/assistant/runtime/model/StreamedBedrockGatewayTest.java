package dev.assistant.runtime.model;

class StreamedBedrockGatewayTest extends BedrockGatewayTest {
    @Override
    boolean streams() {
        return true;
    }
}
