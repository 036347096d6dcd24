# The name does not break: a word joiner stands in it.
-itec = I-{ "\u2060" }TEC
-itecs = I-{ "\u2060" }TECs
