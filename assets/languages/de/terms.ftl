# Der Name bricht nicht um: ein Wortverbinder steht darin.
-itec = I-{ "\u2060" }TEC
-itecs = I-{ "\u2060" }TECs
