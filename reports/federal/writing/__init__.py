"""The files of the package. Every writer asks for what the gate has released: nothing else can be written."""
