package jp.tenken.testkit.architecture.samples.code;

import org.springframework.web.bind.annotation.GetMapping;

public final class Mapped {

    @GetMapping("/secret")
    String secret() {
        return "everybody may know";
    }
}
