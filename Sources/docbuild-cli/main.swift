print("docbuild")
